"""Numbers that look like years: which of them count something, and which year a day or month is of."""
