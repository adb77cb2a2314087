"""Conversion on a Ray cluster: `translate --engine ray`, a file for each task, the model loaded once in each actor.

Source: Ray Data, https://docs.ray.io/en/latest/data/data.html. What is lost with a machine is done again by Ray; a file
that was half written then is written anew. All machines must see the files: a shared folder, or a URI's file system.
"""

import logging
import os
import pickle
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any, TypeVar

import ray
import ray.data

from datenorm.errors import DatenormError, TableError
from datenorm.reading.columns import Open
from datenorm.reading.translator import Translator
from datenorm.tables.cells import Reader, cell_reader

Result = TypeVar("Result")


class Cluster:
    """The engine that does the work on a Ray cluster.

    address: of its head, 'auto' for the one this machine belongs to; None starts one here, of this machine alone.
    bundle: the model's folder, the same on all machines; None for the shipped model. options: those of
    `Translator.translate_many`. open, dated: as in `cell_reader`. To be used as a context.
    """

    def __init__(
        self,
        address: str | None,
        bundle: Path | None,
        options: Mapping[str, Any],
        open: Open,
        dated: bool = False,
    ) -> None:
        self._model = _Model(
            None if bundle is None else str(bundle.absolute()), tuple(options.items()), open, dated
        )
        os.environ.setdefault("RAY_DATA_DISABLE_PROGRESS_BARS", "1")
        os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")  # what goes wrong is raised as well
        logging.getLogger("ray.data").setLevel(logging.WARNING)
        try:
            ray.init(address=address, log_to_driver=False, logging_level=logging.ERROR)
        except ConnectionError as error:
            raise DatenormError(f"no Ray cluster at {address}: {str(error).splitlines()[0]}") from None

    def __enter__(self) -> "Cluster":
        return self

    def __exit__(self, *error: object) -> None:
        ray.shutdown()

    def each(self, work: Callable[[str], Result], names: Sequence[str]) -> Iterable[Result]:
        """Do `work` for each of `names`; yield the results in their order. Raises TableError where the work does."""
        rows = [{"place": place, "name": name} for place, name in enumerate(names)]
        found: dict[int, Result] = {}  # those whose turn has not come
        place = 0
        processors = max(1, int(ray.cluster_resources().get("CPU", 1)))  # type: ignore[no-untyped-call]
        pool = ray.data.ActorPoolStrategy(min_size=1, max_size=processors)
        done = ray.data.from_items(rows, override_num_blocks=len(rows)).map(_actor(work), compute=pool)
        for row in done.iter_rows():
            result = pickle.loads(row["result"])  # of our own actors
            if isinstance(result, Exception):
                raise result
            found[row["place"]] = result
            while place in found:
                yield found.pop(place)
                place += 1

    def with_reader(self, work: Callable[[Reader, str], Result]) -> Callable[[str], Result]:
        """Return `work` with the reader that each actor makes of the model."""
        return partial(_read_with, self._model, work)


@dataclass(frozen=True)
class _Model:
    bundle: str | None
    options: tuple[tuple[str, Any], ...]
    open: Open
    dated: bool


def _actor(work: Callable[[str], Any]) -> Any:
    """Return a class of actors that do `work` for one row after the other.

    The class carries the work with it: what constructors are given is lost with the machine that keeps it.
    """

    class Actor:
        def __call__(self, row: dict[str, Any]) -> dict[str, Any]:
            try:
                result = work(row["name"])
            except DatenormError as error:  # the user's to mend; Ray would wrap it in its own
                result = TableError(str(error))
            return {"place": row["place"], "result": pickle.dumps(result)}

    return Actor


def _read_with(model: _Model, work: Callable[[Reader, str], Result], name: str) -> Result:
    return work(_reader(model), name)


@cache  # of the actor's process
def _reader(model: _Model) -> Reader:
    read = partial(Translator.load(model.bundle).translate_many, **dict(model.options))
    return cell_reader(read, model.open, model.dated)
