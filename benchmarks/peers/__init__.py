"""Other tools on this project's gold, by one yardstick: `make peers`.

Notes for a newcomer: `adapters/` and `running` need nothing of this project, for they run in an
environment of their own (.venv-peers); the rest runs in the project's. What passes between the two
are the JSON lines of `exchange`.
"""
