"""What the network is shown of a text: two tokens of hints, and a token for each of so many characters at most."""

PREFIX = 2  # hint tokens before the first character: field order and language
MAX_CHARACTERS = 96  # see benchmarks/README.md
LONGEST_TEXT = 400  # characters of a text of which the network is shown its core alone
