"""The answer: what a machine form is read into."""

from typing import NamedTuple


class MachineForm(NamedTuple):
    """A date as a program wrote it.

    >>> MachineForm("2018-05-09", "iso-calendar", "T10:11")
    MachineForm(iso='2018-05-09', form='iso-calendar', time='T10:11')
    """

    iso: str  # 2018-05-09, 2018-05 or --05-09; empty where the text names none of these, and where there is an error
    form: str  # one of the names in `datenorm.dates.machine`
    time: str = ""  # T10:11:12.123, as exact as written
    offset: str = ""  # the distance from UTC: Z or +02:00
    zone: str = ""  # Europe/Berlin or CEST
    value: str = ""  # the date as written, in ISO 8601's extended form: 2018-W19-3
    error: str = ""  # why there is no such date or time
    warnings: tuple[str, ...] = ()

    def __repr__(self) -> str:
        said = (f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True) if value)
        return f"MachineForm({', '.join(said)})"

    @property
    def year(self) -> int | None:
        """The year, or None.

        >>> MachineForm("2018-05", "iso-month").year, MachineForm("--05-09", "yearless").year
        (2018, None)
        """
        return _number(self.iso, 0)

    @property
    def month(self) -> int | None:
        """The month, or None.

        >>> MachineForm("2018-05", "iso-month").month, MachineForm("--05-09", "yearless").month
        (5, 5)
        """
        return _number(self.iso, 1)

    @property
    def day(self) -> int | None:
        """The day of the month, or None.

        >>> MachineForm("2018-05", "iso-month").day, MachineForm("--05-09", "yearless").day
        (None, 9)
        """
        return _number(self.iso, 2)


def _number(iso: str, place: int) -> int | None:
    fields = iso.replace("--", "-").split("-")  # the year of --05-09 is empty
    return int(fields[place]) if len(fields) > place and fields[place] else None
