"""A model on disk: a folder of plain files, every one checked against its SHA-256 when loaded. Nothing in it is code.

config.json        architecture, sizes, vocabulary, calibration, how it was trained
encoder.onnx       tokens to memory, once for each batch
decoder.onnx       one target symbol, once for each step
weights.safetensors  the same weights under their names, for fine-tuning
metrics.json       what was measured on it
README.md          the model card
manifest.json      the SHA-256 of every other file
"""

import json
import os
import stat
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from datenorm.dates.targets import TargetLanguage
from datenorm.dates.written import LANGUAGES, VERSIONS
from datenorm.errors import BundleError
from datenorm.files import complete_file
from datenorm.network.graph_check import complaint
from datenorm.text.roles import LETTERS

if TYPE_CHECKING:
    from datenorm.network.vocabulary import Vocabulary

LARGEST = 1 << 28  # bytes of a file; the largest of the shipped model has five million
FORMAT = 1  # raised when an older datenorm could not use a newer bundle, or the other way round
FILES = ("README.md", "config.json", "decoder.onnx", "encoder.onnx", "metrics.json", "weights.safetensors")
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Bundle:
    """A model ready to be run. encoder, decoder: ONNX models as bytes. path: None while it was never on disk."""

    path: Path | None
    config: dict[str, Any]
    vocabulary: "Vocabulary"
    encoder: bytes
    decoder: bytes

    @property
    def temperature(self) -> float:
        """What logits are divided by before the softmax, so that confidence is calibrated."""
        return temperature_of(self.config)

    @property
    def targets(self) -> TargetLanguage:
        """What its network may write."""
        return LANGUAGES[VERSIONS[self.config["automaton_version"]]]()

    @property
    def roles(self) -> Sequence[str]:
        """The roles that the encoder's second output names, in its order; none where it has none."""
        return tuple(self.config.get("roles", ()))


def temperature_of(config: Mapping[str, Any]) -> float:
    """Return what logits are divided by, as config.json has it."""
    return float(config.get("calibration", {}).get("temperature", 1.0))


def shipped_path() -> Path:
    """Return where the shipped bundle is: inside an installed package, or `models/default` of a checkout."""
    package = Path(__file__).parents[1]
    installed = package / "_models" / "default"
    return installed if installed.is_dir() else package.parent / "models" / "default"


def load_bundle(path: str | Path | None = None) -> Bundle:
    """Return the bundle in folder `path`, the shipped one by default.

    Raises BundleError, in one line, where it is missing, incomplete, damaged or of another version.
    """
    from datenorm.network.vocabulary import Vocabulary  # which needs NumPy

    folder = _folder(path)
    contents = read_checked(folder)
    config = _config(folder, contents["config.json"])
    for name in ("encoder.onnx", "decoder.onnx"):
        if wrong := complaint(contents[name]):
            raise BundleError(f"{folder}: {name} {wrong}")
    try:
        vocabulary = Vocabulary.from_json(config["vocabulary"])
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise BundleError(f"{folder}: config.json describes no vocabulary ({error!r})") from error
    return Bundle(folder, config, vocabulary, contents["encoder.onnx"], contents["decoder.onnx"])


def load_config(path: str | Path | None = None) -> dict[str, Any]:
    """Return config.json of the bundle in folder `path`, the shipped one by default. Raises BundleError.

    The shipped one is checked when the whole of its bundle is loaded.
    """
    folder = _folder(path)
    if path is None:
        return _config(folder, _part(folder, "config.json"))
    return _config(folder, read_checked(folder, ("config.json",))["config.json"])


def _folder(path: str | Path | None) -> Path:
    folder = shipped_path() if path is None else Path(path)
    if path is None and not folder.is_dir():
        raise BundleError("this datenorm has no model inside; pass one with --model DIR, or train one")
    return folder


def read_checked(folder: Path, names: Sequence[str] = FILES) -> dict[str, bytes]:
    """Return the bytes of files of a bundle, by name. Raises BundleError where one is not as the manifest says."""
    sums = _manifest(folder)
    contents = {}
    for name in names:
        contents[name] = _part(folder, name)
        if _sum(contents[name]) != sums.get(name):
            raise BundleError(f"{folder}: damaged model bundle: {name} is not the file that {MANIFEST} lists")
    return contents


def fingerprint(path: str | Path | None = None) -> str:
    """Return what differs between bundles that differ in any file. Raises BundleError where there is no manifest."""
    sums = _manifest(shipped_path() if path is None else Path(path))
    return _sum(to_json(sums))


def write_bundle(folder: str | Path, contents: Mapping[str, bytes]) -> Path:
    """Write `contents` (name to bytes, every one of FILES) and their manifest as the bundle `folder`; return it.

    An older bundle there is replaced whole; other files in the folder stay. Until the manifest, the last file, is
    written, loading says that the bundle is damaged.
    """
    folder = Path(folder)
    if set(contents) != set(FILES):
        raise ValueError(f"a bundle is {', '.join(FILES)}")
    folder.mkdir(parents=True, exist_ok=True)
    sums = {name: _sum(contents[name]) for name in FILES}
    with ExitStack() as files:
        # They take their names in reverse order, once all of them are written.
        for name, content in {MANIFEST: to_json({"sha256": sums}), **contents}.items():
            file = files.enter_context(complete_file(folder / name))
            file.write(content)
            file.flush()
    return folder


def update_bundle(folder: str | Path, changes: Mapping[str, bytes], to: str | Path | None = None) -> Path:
    """Write the bundle `folder` again, with some files changed (a calibration, new figures), or as a copy `to`."""
    return write_bundle(to or folder, {**read_checked(Path(folder)), **changes})


def _sum(content: bytes) -> str:
    import hashlib  # OpenSSL takes 14 ms to load

    return hashlib.sha256(content).hexdigest()


def to_json(value: Any) -> bytes:
    """Return `value` as the JSON files of a bundle have it: indented, any script as it is, a line end at the end."""
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _part(folder: Path, name: str) -> bytes:
    try:
        return _content(folder / name)
    except OSError as error:
        raise BundleError(f"{folder}: incomplete model bundle: no readable {name}") from error


def _content(path: Path) -> bytes:
    """Return the bytes of a file of a bundle: a plain one, which ends. Raises OSError, and BundleError for others."""
    with open(path, "rb", opener=_without_waiting) as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode):
            raise BundleError(f"{path}: not a plain file")
        content = file.read(min(found.st_size, LARGEST) + 1)
    if len(content) > LARGEST:
        raise BundleError(f"{path}: larger than {LARGEST >> 20} MiB, which no model of ours is")
    return content


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))  # a pipe nobody writes to would be waited for


def _manifest(folder: Path) -> dict[str, str]:
    try:
        data = json.loads(_content(folder / MANIFEST))
        return dict(data["sha256"])
    except OSError as error:
        reason = "no such folder" if not folder.is_dir() else f"no readable {MANIFEST} in it"
        raise BundleError(f"{folder}: not a model bundle: {reason}") from error
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise BundleError(
            f"{folder}: damaged model bundle: {MANIFEST} is not a list of SHA-256 sums"
        ) from error


def _config(folder: Path, content: bytes) -> dict[str, Any]:
    try:
        config = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise BundleError(f"{folder}: config.json is not JSON") from error
    if not isinstance(config, dict):
        raise BundleError(f"{folder}: config.json is not an object")
    for key, ours in (("format", (FORMAT,)), ("automaton_version", tuple(VERSIONS))):
        if config.get(key) not in ours:
            raise BundleError(
                f"{folder}: the model bundle has {key} {config.get(key)}, this datenorm reads "
                f"{' and '.join(map(str, ours))}; use the model that came with it, or train again"
            )
    _check_roles(folder, config.get("roles", []))
    calibration = config.get("calibration", {})
    known = {"temperature": (0.001, 1000.0), "min_confidence": (0.0, 1.0)}
    for key, (least, most) in known.items():
        value = calibration.get(key, most) if isinstance(calibration, dict) else None
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
            raise BundleError(f"{folder}: config.json has a calibration with the {key} {value!r}")
    return config


def _check_roles(folder: Path, roles: Any) -> None:
    known = isinstance(roles, list) and all(isinstance(name, str) and name in LETTERS for name in roles)
    if not known:
        raise BundleError(f"{folder}: config.json has roles that this datenorm does not know: {roles!r}")
