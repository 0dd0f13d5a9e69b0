"""`python -m bothsides` is the `bothsides` command."""

from bothsides.cli import main

if __name__ == "__main__":
    main()
