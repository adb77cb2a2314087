"""What tests of several modules share."""

import os
from pathlib import Path

import pytest

collect_ignore = ["guided.py"]  # needs atheris, which no test does
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")  # TensorFlow greets on stderr before it is asked anything


@pytest.fixture(scope="session")
def untrained_bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a model bundle as `datenorm train` writes one, its weights small and random.

    It reads ASCII, Cyrillic and Devanagari letters, and its answers are dates as wild as any.
    """
    keras = pytest.importorskip("keras")  # not there with the lowest versions of what reading needs

    from datenorm.network.bundle import write_bundle
    from datenorm.network.vocabulary import Vocabulary
    from datenorm.training.config import TrainingConfig
    from datenorm.training.export import contents
    from datenorm.training.model import Network, weights_of

    letters = [*map(chr, range(0x20, 0x7F)), *"абвгдежзийклмнопрстуфхцчшщьюя", *"अईधबमरवाुे"]
    known = "".join(letter for letter in letters if letter == letter.casefold())
    vocabulary = Vocabulary(known, ("de", "en", "hi", "ru"))
    config = TrainingConfig(out="", units=16, embedding=8, command="datenorm train", date="2018-05-09")
    keras.utils.set_random_seed(config.seed)
    network = Network(vocabulary.size, config.architecture, config.units, config.embedding)
    files = contents(config, vocabulary, weights_of(network), metrics={})
    return write_bundle(tmp_path_factory.mktemp("bundle") / "untrained", files)


@pytest.fixture(scope="session")
def bundle() -> Path:
    """Return the folder of the shipped model."""
    from datenorm.network.bundle import shipped_path

    return shipped_path()
