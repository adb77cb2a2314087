"""`python -m datenorm` is `datenorm`."""

from datenorm.cli import main

main()
