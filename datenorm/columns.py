"""What a whole column says of the order its dates are written in: exact evidence, and nothing where there is none.

A numeric date rules out the orders in which it would be no day: 25/04/2015 cannot be MDY. A column is taken to be
written in one order; it is decided when its cells leave one order over, and mixed when they leave none.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from datenorm.calendar import ORDERS
from datenorm.order import possible_orders

EXAMPLES = 3  # cells that are remembered for each order they rule out


@dataclass(slots=True)
class OrderEvidence:
    """What the cells of a column, counted one by one, say of its order.

    cells: how many hold a numeric date. against: how many of them rule an order out. examples: the first of these, with
    the number of their row.
    """

    cells: int = 0
    against: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[tuple[int, str]]] = field(default_factory=dict)

    @classmethod
    def of(cls, texts: Iterable[str]) -> "OrderEvidence":
        """Return the evidence of a whole column, its rows numbered from 1."""
        evidence = cls()
        for row, text in enumerate(texts, 1):
            evidence.add(row, text)
        return evidence

    def add(self, row: int, text: str) -> None:
        """Take one cell into account."""
        possible = possible_orders(text)
        if not possible:
            return
        self.cells += 1
        for order in ORDERS:
            if order not in possible:
                self.against[order] += 1
                shown = self.examples.setdefault(order, [])
                if len(shown) < EXAMPLES:
                    shown.append((row, text))

    @property
    def order(self) -> str | None:
        """The one order that no cell rules out; None where several are left, or none."""
        left = self.left
        return left[0] if len(left) == 1 else None

    @property
    def left(self) -> Sequence[str]:
        """The orders that no cell rules out."""
        return [order for order in ORDERS if not self.against[order]] if self.cells else ORDERS

    @property
    def mixed(self) -> bool:
        """Whether the cells contradict each other: none of the orders is left."""
        return not self.left

    def explained(self) -> str:
        """Return the evidence as a sentence for a person.

        >>> OrderEvidence.of(["03/04/2015", "25/04/2015"]).explained()
        "order DMY: 1 of 2 numeric dates is no MDY (row 2: '25/04/2015')"
        >>> OrderEvidence.of(["04/25/2015", "25/04/2015"]).explained()
        "order mixed: 1 is no DMY (row 1: '04/25/2015'), 1 is no MDY (row 2: '25/04/2015'); give --order"
        >>> OrderEvidence.of(["03/04/2015"]).explained()
        'order open: none of 1 numeric date tells DMY from MDY; give --order'
        """
        if not self.cells:
            return "order: no numeric dates"
        dates = f"{self.cells:,} numeric date{'s' * (self.cells > 1)}"
        # Orders that some cell could be in. Where years have four digits, that is never YMD.
        rivals = [order for order in ORDERS if self.against[order] < self.cells and order != self.order]
        if self.order:
            nearest = min(
                rivals or set(ORDERS) - {self.order}, key=lambda order: (self.against[order], order)
            )
            return f"order {self.order}: {self.ruled_out(nearest, f'of {dates} ')}"
        if self.mixed:
            return f"order mixed: {', '.join(map(self.ruled_out, rivals))}; give --order"
        first, *others = self.left
        return f"order open: none of {dates} tells {first} from {' or '.join(others)}; give --order"

    def to_dict(self) -> dict[str, Any]:
        """Return the evidence as a report has it."""
        return {
            "order": self.order,
            "mixed": self.mixed,
            "numeric_dates": self.cells,
            "ruled_out": {
                order: {
                    "cells": self.against[order],
                    "first": [{"row": row, "text": text} for row, text in self.examples[order]],
                }
                for order in ORDERS
                if self.against[order]
            },
        }

    def ruled_out(self, order: str, of: str = "") -> str:
        """Return how many cells rule `order` out, and the first of them; there must be some."""
        row, text = self.examples[order][0]
        count = self.against[order]
        return f"{count:,} {of}{'is' if count == 1 else 'are'} no {order} (row {row:,}: {text!r})"
