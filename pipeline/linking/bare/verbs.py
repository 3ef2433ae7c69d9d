"""Verbs that stand between a number and what it counts, and that say of one without a noun that it counts people."""

import re

# "The population of the town [is already] N".
COPULA = re.compile(
    r"\b(?:is|was|were|are|be|been|reach\w*|achiev\w*|(?:barely|hardly|scarcely) moved"
    r"|amount\w*|made|makes|numbered|numbers|totall?ed|constitut\w+"
    r"|compris\w+|compos(?:ed|es)|equal\w*|exceed\w*|to|increas\w+|decreas\w+|grew|rose|fell|had|already|hit|stands?|stood"
    r"|puts?|slipped|counted|gave|become|became|drop\w*|declin\w*|fall\w*|shr[aiu]nk\w*|climb\w*|dwindl\w*|ris\w*"
    r"|bottom\w*|reduced|diminish\w*|lessen\w*|peak\w*|remain\w*|stabili[sz]\w*|halved|doubled|trebled|tripled)\b"
    r"(?:[^.;]|(?<=\d)\.(?=\d)){0,40}$",
    re.IGNORECASE,
)
# A verb of people before its number, as translated English puts it: "in 1911 went back 61 thousand".
INVERTED = re.compile(
    r"\b(?:carried off|claimed|were (?:sick|ill)|finished"
    r"|brought|resettled|deported|evicted|evacuated|exiled|arrived|came|lived|live|left|died|perished"
    r"|returned|went back|came back|went to (?:the )?(?:front|war|army)|went|departed|settled|(?:were )?hired"
    r"|(?:were|was) (?:accepted|received)"
    r"|called up|(?:were|was) called(?: to (?:arms|the colou?rs))?"
    r"|mobili[sz]ed|killed|(?:were |went )missing|sentenced|arrested|convicted|wounded|injured|maimed|detained"
    r"|repressed|condemned|starved|shot|froze|[Dd]id(?: not|n't) return"
    r"|fell|studied|graduated|entered|participated|took part|appeared|were born"
    r"|(?:were|was) (?:counted|registered|recorded|enumerated|listed)"
    r"|(?:un)?loaded|deserted|joined|drowned|served|buried|took up arms"
    r"|remained|admitted|enrolled|employ(?:ed|s)|took in|sheltered)"
    r"(?: (?:here|there|only|already|still|home|about|(?:from|to|into) (?:the )?[A-Z][\w-]+"
    r"(?: (?:region|area|district|uyezd|province|volost))?"
    r"|(?:from|to|into) the (?:aul|village|town|city|front|army|war|camp|kolkhoz|region|district|republic|country)"
    r"|(?:in|during|for) (?:those|these|that|this|the same) [a-z]+))*"
    r"(?: ?, (?:as|according to|by|on) [^,.;:]{3,50},)? (?:[-–—] )?$"
)
# What is said of people alone: "8,500 detained", "another 700,000 were drafted".
FATE = re.compile(
    r" (?:of them )?(?:more )?(?:(?:were|was|had been|have been|are|have|had|may|might|will|can|could|should|must) )?"
    r"(?:(?:[a-z]+ly|already|later|soon|then|still|now) )?(?:come back|gone(?=[.,;:]| and\b)|did not return"
    r"|taken(?=[.;:,](?!\d)| (?:in|on|away|out|there|captive|prisoner)\b)"
    r"|did not come back|did(?= ?[.,;:])|wait(?:ed)?\b|never (?:returned|came)|set out"
    r"|gone (?:home|abroad|away|back|to (?:(?:the )?(?:front|war|army)|[A-Z][a-z]+))"
    r"|fled|reached|went|came|moved|emigrated|migrated"
    r"|crossed|fell|entered|gathered|took part|participated|joined|served|volunteered|lived?"
    r"|worked|studied|left|remain(?:ed)?|stayed"
    r"|refused|surrendered|rebelled|revolted|enlisted|understood|listened|spoke|agreed"
    r"|lie (?:in|under|buried|here)|rest (?:in|under|here)|detained|injured|killed|drafted|mobili[sz]ed"
    r"|deported|resettled|evacuated|shot|wounded|sent|transferred|placed|settled|accommodated|transported|housed"
    r"|arrested|sentenced|repressed|exiled|died|perished|starved|missing"
    r"|went missing|survived|froze|drowned|returned|called up|put on trial|tried|convicted|condemned|expelled"
    r"|thrown out|dismissed|appeared|enrolled|recruited|conscripted|interned|imprisoned|hanged|executed|cut down"
    r"|captured|taken prisoner|freed|released|rehabilitated|buried|graduated|voted|applied|escaped|ran away"
    r"|ended (?:up )?in|awarded|became|elected|trained|vaccinated|examined|bapti[sz]ed|saved|rescued|adopted"
    r"|did not (?:survive|reach|live|come)|had not lived|didn't (?:come|return|survive)|deserted|joined"
    r"|came down|got (?:diplomas|land|injur\w+|wounds)|sustained (?:injuries|wounds)|suffered"
    r"|received (?:diplomas|titles|orders|certificates|land)"
    r"|recogni[sz]ed as (?:victims|repressed|refugees)|depart|move|emigrate"
    r"|come (?:here|to|every|each)|leave|arrived?|boarded|departed|return|live|die|study|graduate|attend|replied"
    r"|answered|responded|signed|put (?:their )?signatures|received (?:[a-z]+ )?(?:injuries|wounds|burns))\b"
)
# "Of the 238 thousand that fled".
WHO = re.compile(
    r" (?:whom?\b|that (?:had )?(?:fled|left|came|went|arrived|moved|returned|died|perished|survived)\b)"
)
