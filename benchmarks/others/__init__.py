"""The number, percent and date layers on other projects' own test data.

One file a data set: it reads the data, asks the pipeline and says what is right; `scoring` holds what
they share, `__main__` writes docs/benchmarks/others.md. The data stays where it is (`--peers`).
"""
