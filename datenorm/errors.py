"""Every failure datenorm explains to its user.

    DatenormError
      BundleError     a model bundle is missing, damaged or of another version
      TableError      a table or its column cannot be read or written
      DataError       a file of training or evaluation pairs is wrong
      LocaleError     CLDR has no such locale

What goes wrong otherwise is a bug, and keeps its traceback.
"""


class DatenormError(Exception):
    """A failure that is the user's to mend; its message names the thing, the place and the way out, in one line."""


def said_by(error: BaseException) -> str:
    """Return what an error of a library says, in one line.

    >>> said_by(ValueError("Thrift is broken\\n\\nno more data.\\n"))
    'Thrift is broken no more data.'
    """
    return " ".join(str(error).split())


class BundleError(DatenormError):
    """A model bundle is missing, damaged or of another version."""


class TableError(DatenormError):
    """A table or its column cannot be read or written."""


class DataError(DatenormError):
    """A file of training or evaluation pairs is wrong."""


class LocaleError(DatenormError):
    """CLDR has no such locale."""
