"""Names of bodies as translators of the portal write them: single quotes, glued initials, abbreviations of lands."""

import pytest

from pipeline import extract
from pipeline.records import Organization


def bodies(text: str) -> list[Organization]:
    return list(extract(text).organizations)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("I thank the Shymkent city akimat for support and help.", ["Shymkent city akimat"]),
        ("The resolution of SNK USSR was kept.", ["SNK USSR"]),
        ("The resolution of the CPC USSR was kept.", ["CPC USSR"]),
        ('They held the action "A gift to the Regional Museum" there.', []),
        (
            'He read the lecture-presentation "History of the Union of Poles" there.',
            ["Union of Poles"],
        ),
        (
            "Deputy Head of the Executive Office of the President Serik Omarov took part.",
            ["Executive Office of the President"],
        ),
        (
            "It has the permit of the Institute of Archaeology named after A.Margulan Committee of Culture.",
            ["Institute of Archaeology named after A.Margulan"],
        ),
        (
            "The archeology institute of A.Kh.Margulan was created from scratch.",
            ["institute of A.Kh.Margulan"],
        ),
        (
            "The Academy of Sciences of the Kazakh Soviet Republic was founded.",
            ["Academy of Sciences of the Kazakh Soviet Republic"],
        ),
        ("The Dzungar army was beaten, and the Red Army came.", ["Red Army"]),
        ("Our ensemble ‘Duslyk’ was awarded.", ["Duslyk"]),
        ("‘Vatan’ Kurdish Cultural Centre was established in 1994.", ["Vatan"]),
        ('Representatives of KSU "Kogamdyk kelisim" came.', ["Kogamdyk kelisim"]),
        ("They lived in the epoch of Paleometal here.", []),
        ("They worked at Adler-Werke AG and Braun GmbH in Bonn.", ["Adler-Werke AG", "Braun GmbH"]),
        ("The Omsk Resettlement Point fed them.", ["Omsk Resettlement Point"]),
        ("At the Omsk resettlement point 300 people died.", []),
        ("The Landsmannschaft of Volga Germans met.", ["Landsmannschaft of Volga Germans"]),
        (
            "Made by Hans-Grade-Institute of chemistry in Bonn.",
            ["Hans-Grade-Institute of chemistry"],
        ),
        ("The Trade-Union day came.", []),
        ("The Cossack group Krasnye Zori sang.", ["Krasnye Zori"]),
        ("They praised the Omsk machine building plant.", ["Omsk machine building plant"]),
        ("They built it for the Cossack host.", []),
        (
            '"The Tatar has been driven from his land," wrote the weekly "Vpered".',
            ["Vpered"],
        ),
        ('The newspaper "Tomorrow is ours" wrote.', ["Tomorrow is ours"]),
        ("World Council of Elders, known by acronym QRZ, met.", ["World Council of Elders"]),
        (
            'They opened Department of Refugees in Omsk ("Bezhensky Department") then.',
            ["Department of Refugees"],
        ),
        (
            "The Omsk Music School, founded in May 1950 and renamed the Ivan Petrov College, taught.",
            ["Omsk Music School"],
        ),
        (
            'The newspaper "Vpered", which was refounded at Omsk in 1938 as "Zhana Zhol".',
            ["Zhana Zhol"],
        ),
        ("He was Hero of the Soviet Union for courage and bravery.", []),
        ("All the Soviet Union for the building of plants sent them.", []),
        (
            'The editor of "Zhetisu News" weekly newspaper Akhmetov Yerlan spoke.',
            ["Zhetisu News"],
        ),
        ("It was told to the APK Board Member.", ["APK"]),
        (
            "It was told by the Institute of History named after Ch.Ch.Valikhanov Yerzhan Omarov.",
            ["Institute of History named after Ch.Ch.Valikhanov"],
        ),
        (
            "They study at Sofia University named after St. Kliment Ohridski now.",
            ["Sofia University named after St. Kliment Ohridski"],
        ),
        (
            "They spoke of the Dungan cavalry regiment of Magaza Ospanov.",
            ["Dungan cavalry regiment"],
        ),
        ("In 1877 the party of Bai Yanhu crossed the border.", []),
        ("The resolution of CC CP(b)K was accepted.", ["CC CP(b)K"]),
        ("By data of CSA of the Kazakh SSR he wrote.", ["CSA of the Kazakh SSR"]),
        (
            "The Museum-memorial complex ALZHIR was opened in Akmol.",
            ["Museum-memorial complex ALZHIR"],
        ),
        ("The Turgai-Ural resettlement party was opened.", ["Turgai-Ural resettlement party"]),
        ("Ore was given by the young Donskoy GOK there.", ["Donskoy GOK"]),
        (
            "Researchers of IHE named after Ch.Ch.Valikhanov draw it.",
            ["IHE named after Ch.Ch.Valikhanov"],
        ),
        ("The XIV named after Abai met.", []),
        ("They read in National Scientific library RK.", ["National Scientific library RK"]),
        (
            "He leads the Department of Youth policy of Shymkent city.",
            ["Department of Youth policy of Shymkent city"],
        ),
        ("It was told by the Statistics Committee MNE RK.", ["Statistics Committee MNE RK"]),
        (
            "Guests from the Union of Writers of Kazakhstan, local and foreign poets came.",
            ["Union of Writers of Kazakhstan"],
        ),
        ("Guests from the Union of Writers of Kazakhstan,", ["Union of Writers of Kazakhstan"]),
        (
            "The Ministry of War and the Semirechye regional statistical committee left data.",
            ["Ministry of War", "Semirechye regional statistical committee"],
        ),
        ("The State Museum of Arts and other institutions took part.", ["State Museum of Arts"]),
        (
            "Semipalatinsk meat combine and Guryev fish-canning factory were built.",
            ["Semipalatinsk meat combine", "Guryev fish-canning factory"],
        ),
        ("According to the TV channel KTK, she was born.", ["KTK"]),
        ("The TV channel reported it.", []),
        ("It had support of the Turkish agency TIKA.", ["TIKA"]),
        ("The Kazakhstanskaya pravda newspaper wrote.", ["Kazakhstanskaya pravda"]),
        ("The newspaper Leninskaya smena wrote.", ["Leninskaya smena"]),
        ("The newspaper Izvestia soon wrote.", ["Izvestia"]),
        ("Brigade of G. Sadykova executed the norm.", []),
        ("The Brigade of Panfilov fought.", ["Brigade of Panfilov"]),
        ("He was secretary of Kazkraikom of VKP(b).", ["Kazkraikom of VKP(b)"]),
        (
            "In 1981 was opened museum of folk musical instruments named after Ykylas.",
            ["museum of folk musical instruments named after Ykylas"],
        ),
        (
            "It is the birthday of Kazakh State Academic Opera and Ballet Theatre named after Abai.",
            ["Kazakh State Academic Opera and Ballet Theatre named after Abai"],
        ),
        (
            "The Union of Kazakh and Kyrgyz cultural centers was founded.",
            ["Union of Kazakh and Kyrgyz cultural centers"],
        ),
        (
            "In Aktobe works «Sabantuy» (chairman Yu.Yakupov), in Karaganda - «Yanar» (F.Akhmetova).",
            ["Sabantuy", "Yanar"],
        ),
        ("The works ‘of the workers’ of the Kazakhs' lands were lost.", []),
        (
            "She was a deputy of the Supreme Soviet of the Kazakh SSR of IV and V convocations.",
            ["Supreme Soviet of the Kazakh SSR"],
        ),
        (
            "They wrote to the Committee of the Soviet women there.",
            ["Committee of the Soviet women"],
        ),
        (
            "He wrote to the State agency for Bulgarians abroad often.",
            ["State agency for Bulgarians abroad"],
        ),
        (
            "The works were of the Office of the Altai Mining District then.",
            ["Office of the Altai Mining District"],
        ),
        (
            "Tickets of Southern Kazakh musical and Drama Theater named after S. Mukanov were sold.",
            ["Southern Kazakh musical and Drama Theater named after S. Mukanov"],
        ),
        (
            "In the Kazakh women's teacher training institute they studied.",
            ["Kazakh women's teacher training institute"],
        ),
        ("They sang at the Interregional museum festival there.", []),
        ("He spoke of the Komsomol of Kazakhstan then.", ["Komsomol of Kazakhstan"]),
        ("They were killed by the Qing army there.", []),
        ("Archaeologists of University College London came.", ["University College London"]),
        (
            'He worked in Central Scientific Library "Gylym Ordasy" then.',
            ["Central Scientific Library Gylym Ordasy"],
        ),
        (
            "A department of Korean studies works at Al-Farabi Kazakh National University.",
            ["Al-Farabi Kazakh National University"],
        ),
        (
            "The orchestra of Kazakh folk instruments named after Tattimbet played.",
            ["orchestra of Kazakh folk instruments named after Tattimbet"],
        ),
    ],
)
def test_a_name_is_cut_where_a_reader_cuts_it(text: str, names: list[str]) -> None:
    """Tails, quotes and what stands beside them."""
    assert [body.name for body in bodies(text)] == names


def test_a_bracket_behind_a_chain_is_of_the_body_whose_letters_it_has() -> None:
    """The secretariat is not the assembly."""
    secretariat, assembly = bodies(
        "Manager of the Secretariat of the Assembly of People of Kazakhstan (APK) spoke. Members of APK came."
    )
    assert secretariat.aliases == ()
    assert (assembly.name, assembly.type) == ("Assembly of People of Kazakhstan", "assembly")
    assert [mention.text for mention in assembly.mentions] == ["APK", "APK"]


@pytest.mark.parametrize(
    ("second", "aliases"),
    [
        ("Teachers of NKSU came.", [("NKSU",)]),
        ("Teachers of NKU came.", [(), ()]),
        ("The NKSU-2 hummed.", [()]),
    ],
)
def test_an_acronym_needs_no_bracket_where_it_has_the_letters(
    second: str, aliases: list[tuple[str, ...]]
) -> None:
    """Those of the name without its patron; others are another body's."""
    text = f"North Kazakhstan State University named after M. Kozybayev held it. {second}"
    assert [body.aliases for body in bodies(text)] == aliases


def test_the_letters_of_the_land_in_its_own_english() -> None:
    """RoK is no Korea here."""
    (body,) = bodies("It is the Culture Committee of the Ministry of culture of the RoK.")
    assert body.place is not None
    assert body.place.code == "KZ"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('The first periodical in the steppe was "Dala ualayaty".', ["Dala ualayaty"]),
        ('They had 70 kolkhozes, famous of them became "Avangard" in Chiili.', ["Avangard"]),
        (
            'M. Shokai began to issue "Birlik tuy", in the Horde there was "Uran".',
            ["Birlik tuy", "Uran"],
        ),
        ('New newspapers came: in June 1917 "Saryarka" was opened in Semey.', ["Saryarka"]),
        ('The first performance of the theatre was "Enlik-Kebek".', []),
        (
            'They formed 57 kolkhozes. The best known, "Avangard" in Shieli district and "Zarya" near Ushtobe, '
            "had crops.",
            ["Avangard", "Zarya"],
        ),
        ('They opened the circle of fans of football "Olymp" then.', ["Olymp"]),
        ('The documentary film "Altyn" will show daily life.', []),
        (
            'In 1993 they opened the centre "Vatra" (A. Ivanov), in 1994 in Almaty - "Oberig".',
            ["Vatra", "Oberig"],
        ),
        ("Sovkhozes Kievsky, Kharkovsky speak for themselves.", ["Kievsky", "Kharkovsky"]),
        ("They united in Rada of Ukrainians of Kazakhstan.", ["Rada of Ukrainians of Kazakhstan"]),
        (
            "They were of the 40th Army of the former Turkestan Military District.",
            ["40th Army of the former Turkestan Military District"],
        ),
        ('It met the Chairman of the Board of JSC "KazContent" there.', ["KazContent"]),
        ('He spoke for NDP "Nour Otan" then.', ["Nour Otan"]),
        ('They were taken in by "Aralrybtrest" then.', ["Aralrybtrest"]),
        ('They host a conference entitled "Kazakh Diaspora in Asia" soon.', []),
        (
            "The correspondent of Dalanews.kz reports, Qalanews.kz wrote.",
            ["Dalanews.kz", "Qalanews.kz"],
        ),
        ('In Semey went out "Alatau", edited by Marat Iskakov.', ["Alatau"]),
        (
            'In May appeared "Jetisu" (Serik Bekov was editor), in Omsk - "Erkin" too.',
            ["Jetisu", "Erkin"],
        ),
        ('In 2001 was registered "Tulpar", chairman Aset Nurov.', ["Tulpar"]),
        ('In 1994 opened was the "Arys brick plant".', ["Arys brick plant"]),
        ('In 1934 was put into operation "Taraz sugar plant" then.', ["Taraz sugar plant"]),
        ('Evacuated "Frunze tractor plant" gave tanks in December.', ["Frunze tractor plant"]),
        ('"M.V. Frunze plant" gave them tanks.', ["M.V. Frunze plant"]),
        ('They liked "The lead plant" and "Songs of the plant" much.', []),
        ("Write to info@e-history.kz, see e-history.kz/en.", []),
    ],
)
def test_a_name_without_a_noun_beside_it_is_told_by_its_sentence(
    text: str, names: list[str]
) -> None:
    """The first newspaper, what was issued, a legal form; titles of films and conferences are no bodies."""
    assert [body.name for body in bodies(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # A head behind "the director of the" may be followed by its leader or its name.
        ("The director of the National museum Marat Seitov opened it.", ["National museum"]),
        ("The editor of the newspaper Zhetisu wrote to them.", ["Zhetisu"]),
        ("The leader of the dance group Tas-Bulak left.", ["Tas-Bulak"]),
        # What a tail holds no more.
        ("The Senate of Parliament on Monday approved it.", ["Senate of Parliament"]),
        ("The Soviet of Deputies of the town voted.", ["Soviet of Deputies"]),
        (
            "They read of B. Margulan and Institute of Botany.",
            ["Institute of Botany"],
        ),
        # Patrons, owners and forms beside a bare name.
        (
            "She lived at the Semey boarding-school of name of Kirov.",
            ["Semey boarding-school of name of Kirov"],
        ),
        ("He finished the Semey teacher's seminary.", ["Semey teacher's seminary"]),
        ("The kolkhoz Bright Path of Labour ploughed.", ["Bright Path of Labour"]),
        ("LLP Aigerim and Zhetysu-Bank paid.", ["Aigerim", "Zhetysu-Bank"]),
        ('He founded "Zhebeu", society of the youth of Omsk.', ["Zhebeu"]),
        ('The newspaper "Жас қайрат" closed.', ["Жас қайрат"]),
        # Schools of one word's name.
        ("He went to the Bilim school in 1998.", ["Bilim school"]),
        ("He went to the Sunday school, then to the Russian-Kazakh school.", []),
        # An acronym in brackets parts no name.
        (
            "She taught at Karaganda Medical University (KMU) named after B. Atchabarov.",
            ["Karaganda Medical University named after B. Atchabarov"],
        ),
        (
            "He worked at the Museum of Botany name after I. Ivanov.",
            ["Museum of Botany name after I. Ivanov"],
        ),
        # What an institute is part of, behind commas.
        (
            "The Institute of Botany, Committee of Forests, Ministry of Agriculture of Kazakhstan was there.",
            ["Institute of Botany, Committee of Forests, Ministry of Agriculture of Kazakhstan"],
        ),
        (
            "There met the Institute of Botany, Ministry of Culture and the Museum of Arts.",
            ["Institute of Botany", "Ministry of Culture", "Museum of Arts"],
        ),
        (
            "It is of the Institute of Botany, CS MES RK, they say.",
            ["Institute of Botany, CS MES RK"],
        ),
        # A department of a school is no body, the school is.
        (
            "She was lecturer of the department of physics of the Kostanay Pedagogical Institute.",
            ["Kostanay Pedagogical Institute"],
        ),
        (
            "He heads the Centre of Culture at the Embassy of Greece in Kazakhstan.",
            ["Centre of Culture at the Embassy of Greece in Kazakhstan"],
        ),
        (
            "The Uzbek affiliate of the Soviet Academy of Medicine grew.",
            ["Uzbek affiliate of the Soviet Academy of Medicine"],
        ),
        (
            "It was signed in the administration of the President of Turkmenistan.",
            ["administration of the President of Turkmenistan"],
        ),
        (
            "She read in the Archives of the President of Uzbekistan.",
            ["Archives of the President of Uzbekistan"],
        ),
        # A people's army or company is no body.
        ("The land went to the Cossack army and the English company.", []),
        ("The land went to the Siberian Cossack army.", ["Siberian Cossack army"]),
        # A list behind a plural noun at a distance; what the press says is none.
        ('That year 14 sovkhozes were created: "Zarya", "Kolos".', ["Zarya", "Kolos"]),
        ('In the town worked three theatres, among them "Zhastar" and "Nur".', ["Zhastar", "Nur"]),
        ('Both newspapers wrote: "Bread for All".', []),
        ('They met at the "Voices of Craft" event.', []),
        # "and" closes a list; a capitalised noun and its quote are one name.
        (
            'There were the Polish Centre of Song and Dance, National and Sports Centre "Tas".',
            ["Polish Centre of Song and Dance", "National and Sports Centre Tas"],
        ),
        ('It is the Dungan Public Association "Zhol" there.', ["Dungan Public Association Zhol"]),
        ('The Republican State Enterprise "Su Zholy" grew.', ["Su Zholy"]),
        ("The Union of Chernobyl veterans met.", ["Union of Chernobyl veterans"]),
        ("The Committee of Soldiers' mothers met.", ["Committee of Soldiers' mothers"]),
        ("She left the company of Shymkent theatre.", ["Shymkent theatre"]),
        # A person behind the name is no part of it.
        ("So says the director of the Museum of Turksib Marat Seitov.", ["Museum of Turksib"]),
        ("He went to the Museum of Kanysh Satpayev.", ["Museum of Kanysh Satpayev"]),
        ("It was signed by all CIS countries.", []),
        ("He wrote the trilogy School of winds.", []),
        ("They met the Zhas Tulpar organization and the youth organization.", ["Zhas Tulpar"]),
        ("He wrote for Tolkyn (Wave) newspaper.", ["Tolkyn"]),
        ('The Research Center "Munay" was opened.', ["Research Center Munay"]),
        (
            "He taught at KazATC named after M. Tynyshpayev then.",
            ["KazATC named after M. Tynyshpayev"],
        ),
        ("He went to the Kazakh National Univeristy.", ["Kazakh National Univeristy"]),
        ("They gave the prize of Uzbek SSR named after Hamza.", []),
        ("He worked on the Amanbulaksky collective farm.", ["Amanbulaksky"]),
        (
            "They asked the department of youth policy of the city of Taraz.",
            ["department of youth policy of the city of Taraz"],
        ),
        ("He lived in the Union of the Soviet Socialist Republics.", []),
        # Slips of the pen in heads; "Content" and "Collected" are words of their own.
        (
            "She led the Atyrau Politechnical Colledge named after S. Mukashev.",
            ["Atyrau Politechnical Colledge named after S. Mukashev"],
        ),
        ("He studied at the Kazakh Intitute of Sport.", ["Kazakh Intitute of Sport"]),
        ("The Content of Faith and Collected Works of Abai came out.", []),
        # Patrons with a title, "in the name of", pupils behind a patron.
        (
            "He left Omsk University named after academician E.A. Isin.",
            ["Omsk University named after academician E.A. Isin"],
        ),
        (
            "Omsk University in the name of K. Isin has a yard.",
            ["Omsk University in the name of K. Isin"],
        ),
        (
            "They entered the Boarding School named after Abai for Gifted Children.",
            ["Boarding School named after Abai for Gifted Children"],
        ),
        # A quote that nothing closes; a club's name behind its noun; a consulate in a town.
        ("The sovkhoz «Moskovsky gathered much wheat.", ["Moskovsky"]),
        ("Football Club Kairat never won it.", ["Football Club Kairat"]),
        (
            "It was sent to the Consulate General of Russia in Kashgar.",
            ["Consulate General of Russia in Kashgar"],
        ),
        # A fund of papers, the title of a law, what somebody does, a heading's verb.
        (
            "It lies in the fund of Central State Archive of Kazakhstan.",
            ["Central State Archive of Kazakhstan"],
        ),
        ('They read the law "On National Archive Fund".', []),
        ("Marat Isin works in Omsk, Ulan Isin works as a guide.", []),
        ("Institute of State History Opens New Season", ["Institute of State History"]),
        ("Ermensky copper plant burned.", ["Ermensky copper plant"]),
        # What a translator left out or let run on.
        (
            "Ministry Foreign Affairs Republic of Kazakhstan gave them maps.",
            ["Ministry Foreign Affairs Republic of Kazakhstan"],
        ),
        (
            "Institute Of Arts And Crafts Named After A. B. Isin stands there.",
            ["Institute Of Arts And Crafts Named After A. B. Isin"],
        ),
        (
            "So says the Department of Archives of Zhambyl Region Isina Raisa Kadyrovna.",
            ["Department of Archives of Zhambyl Region"],
        ),
        (
            "Before the Committee of the Red Cross Japanese captives stood.",
            ["Committee of the Red Cross"],
        ),
        (
            "The Ministry of Internal Affairs, General Prosecutor's Office and others wrote.",
            ["Ministry of Internal Affairs", "General Prosecutor's Office"],
        ),
        ("He led the 73rd Rifle Regiment of the famous general.", ["73rd Rifle Regiment"]),
        ("He went to the University of al-Bukhari.", ["University of al-Bukhari"]),
        ("The Turkish Cultural Center Dostyk was registered.", ["Turkish Cultural Center Dostyk"]),
        ("The Turkish Cultural Center Isin led was registered.", ["Turkish Cultural Center"]),
        ("The Chechen-Ingush association Daimokh helps them.", ["Daimokh"]),
        ("The head of the kolkhoz Kyzyl Tu Marat Isin is known.", ["Kyzyl Tu"]),
        ("It was the first Kazakh school of girls.", []),
        ("A Komsomol Prize was given on Komsomol Street.", []),
        ("The Horde joined the Astrakhan Governorate.", []),
        (
            'In the newspaper of the CC CP of Kazakhstan "Enbek" he wrote.',
            ["CC CP of Kazakhstan", "Enbek"],
        ),
        ("He left the chairman of Kegensky raispolkom.", ["Kegensky raispolkom"]),
        ("He ran the Semipalatinsk regional hospital.", ["Semipalatinsk regional hospital"]),
        ("He ran the Semipalatinsk hospital.", []),
        ("The Astana and Almaty Diocese was there.", ["Astana and Almaty Diocese"]),
        ("The tenders went to SaryarkaAvtoProm.", ["SaryarkaAvtoProm"]),
        (
            "The Society of Cultural Relations with Foreign Countries met.",
            ["Society of Cultural Relations with Foreign Countries"],
        ),
        (
            "Council of the Assembly of People of Kazakhstan met.",
            ["Council of the Assembly of People of Kazakhstan"],
        ),
        # Where "and", "on" and a rank lead to something else.
        ("She is of the Union of Writers and editor of it.", ["Union of Writers"]),
        ("He is of the Institute of Botany and M. Isin of it.", ["Institute of Botany"]),
        ("The Institute of Botany and MSU met.", ["Institute of Botany", "MSU"]),
        (
            "He fought the Regional Committee of the RKP(b) on the return of lands.",
            ["Regional Committee of the RKP(b)"],
        ),
        ("He led the 316th Rifle Division of General Panfilov.", ["316th Rifle Division"]),
        ("The Union of Soviet Composers met.", ["Union of Soviet Composers"]),
        ("The Museum of Karaganda Miners was opened.", ["Museum of Karaganda Miners"]),
        # A way of law, a people's community, a line of rails and a treaty are no bodies.
        ("Most of them follow the Hanafi school, some the Sunni Maliki school.", []),
        ("The Volga German community left.", []),
        ("The Jewish community of Almaty met.", ["Jewish community of Almaty"]),
        ("After the completion of the Steppe Railway they came.", []),
        ("The Steppe Railway from Omsk to Semey was slow.", []),
        ("The Kazakh Railway was created in 1958.", ["Kazakh Railway"]),
        ("They signed a Framework Partnership Agreement at the World Airline Awards.", []),
        ("The Nurly Zhol railway station was opened.", []),
        # A land that owns it, and who leads it, are no part of a name; letters joined by "and" are another body.
        ("It was said by Kazakhstan's Foreign Affairs Ministry.", ["Foreign Affairs Ministry"]),
        ("The Omsk-led Cotton Consortium came.", ["Cotton Consortium"]),
        (
            "They had help of the UNDP and Japan International Cooperation Agency.",
            ["UNDP", "Japan International Cooperation Agency"],
        ),
        ("They signed the Treaty on Conventional Armed Forces in Europe.", []),
        (
            "It has Ground Forces, Naval Forces and a National Guard.",
            ["Ground Forces", "Naval Forces", "National Guard"],
        ),
        # "And" with a quoted name behind its own noun, a neighbour, a station that took the MTS's place.
        (
            "Museum of Local History and search club “Zhas Ulan” go on.",
            ["Museum of Local History", "Zhas Ulan"],
        ),
        ("Neighboring Kyzyl Gairat kolkhoz was headed by him.", ["Kyzyl Gairat"]),
        ("Tractors passed to kolkhozes and Talgar RTS.", ["Talgar RTS"]),
        (
            "The AS KazSSR was Academy of Sciences of the Kazakh SSR.",
            ["Academy of Sciences of the Kazakh SSR"],
        ),
        (
            "Commissars of Provisional Government left, Provisional Siberian Government came.",
            ["Provisional Government", "Provisional Siberian Government"],
        ),
        # Verbs before their body, as the order of words is turned.
        (
            "In RK function Uyghur theatre named after K. Kuzhamyarov and the Omsk Puppet Theatre.",
            ["Uyghur theatre named after K. Kuzhamyarov", "Omsk Puppet Theatre"],
        ),
        ("Under the branch of Assembly work Council of mothers.", ["Council of mothers"]),
        # A legal form is short for no plant, and names none.
        (
            'It belongs to the "Altay corporation" LLP. The Lugansk locomotive plant was evacuated.',
            ["Altay corporation", "Lugansk locomotive plant"],
        ),
        (
            'The "Tugan Fund" (JSC, later the Non-profit joint-stock company) supports them.',
            ["Tugan Fund"],
        ),
        (
            "The Semey plant of heavy machine building gave presses.",
            ["Semey plant of heavy machine building"],
        ),
        (
            "The Institute of training of imams and the Institute of Grain farming were opened.",
            ["Institute of training of imams", "Institute of Grain farming"],
        ),
        (
            "The Provisional government of Uil olayat was proclaimed.",
            ["Provisional government of Uil olayat"],
        ),
        ("The State Bank branch in Akmolinsk gave credits.", ["State Bank"]),
        ('The Sheep-breeding State farm "Kastek" gave wool.', ["Kastek"]),
        (
            "He finished the military-engineering academy named after Kuibyshev.",
            ["military-engineering academy named after Kuibyshev"],
        ),
        ("They saw the Korean national centre there.", ["Korean national centre"]),
        (
            "The Kazakh association of proletarian writers (KazAPP) was created.",
            ["Kazakh association of proletarian writers"],
        ),
        (
            "In 1936 was opened the philharmonia named after Dzhambul.",
            ["philharmonia named after Dzhambul"],
        ),
        (
            "They chose the Soviet of Workers', Peasants' and Muslim deputies in April.",
            ["Soviet of Workers', Peasants' and Muslim deputies"],
        ),
        ("They stood at the Hospital on the Chkalov street.", []),
        (
            "It is the Union of Muslim women of Kazakhstan.",
            ["Union of Muslim women of Kazakhstan"],
        ),
        (
            "They asked the Mine-construction administration No. 3 and Karaganda CHPP-1.",
            ["Mine-construction administration No. 3"],
        ),
        ('It was an appendix to the "Turgai regional bulletin".', ["Turgai regional bulletin"]),
        (
            "Gubprodkom, Gubcheka and the Kazkolkhozcenter moved there.",
            ["Gubprodkom", "Gubcheka", "Kazkolkhozcenter"],
        ),
    ],
)
def test_translated_names_end_where_they_end(text: str, names: list[str]) -> None:
    """What the portal's own articles write around a name."""
    assert [body.name for body in bodies(text)] == names


def test_a_patron_in_quotes_is_told_again_nowhere_without_them() -> None:
    """The fund "T. Isin" bears a name; "bears the name of T. Isin" tells of no fund, nor renames the academy."""
    text = 'The Academy of Arts of Semey bears the name of T. Isin. The public fund "T. Isin" paid.'
    assert [body.name for body in bodies(text)] == ["Academy of Arts of Semey", "T. Isin"]


def test_a_name_that_something_else_was_under_is_not_the_bodys() -> None:
    """ "Opened on the initiative of a member of B, under the name C": what was opened bears it."""
    text = (
        "It was opened on the initiative of a member of the Semipalatinsk Statistical Committee,"
        ' under the name "Semipalatinsk public library".'
    )
    assert [body.name for body in bodies(text)] == [
        "Semipalatinsk Statistical Committee",
        "Semipalatinsk public library",
    ]


@pytest.mark.parametrize(
    ("text", "alias"),
    [
        (
            "The Kazak Turks Foundation (Kazak Türkleri Vakfı) was created in Istanbul.",
            "Kazak Türkleri Vakfı",
        ),
        (
            "The Semey Regional Philharmonic (in those years — Regional Philharmonic society) grew.",
            "Regional Philharmonic society",
        ),
    ],
)
def test_a_bracket_tells_a_bodys_name_of_those_years_or_of_another_tongue(
    text: str, alias: str
) -> None:
    """One body under both names."""
    assert [body.aliases for body in bodies(text)] == [(alias,)]
