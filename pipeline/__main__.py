"""`python -m pipeline` is the command `ehistory`."""

from pipeline.cli import main

# Processes of --jobs import this file, too, under another name.
if __name__ == "__main__":
    main()
