"""Numbers, dates, names and tables in a text to values: by lexicons and patterns alone, without a parse."""
