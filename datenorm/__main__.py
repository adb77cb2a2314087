"""`python -m datenorm` is `datenorm`."""

import sys

INTERRUPTED = 130  # the status of what Ctrl-C ended, in shells


def run() -> None:
    """Run the command line. Ctrl-C while that is still imported ends it without a traceback, as it does later."""
    try:
        from datenorm.cli import main
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    main()


if __name__ == "__main__":
    run()
