"""A bundle that is not whole gives one clear line."""

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from datenorm.errors import BundleError
from datenorm.evaluation.card import card
from datenorm.network import bundle
from datenorm.network.bundle import FILES, load_bundle, update_bundle
from datenorm.training.config import TrainingConfig


@pytest.fixture
def copy(untrained_bundle: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(untrained_bundle, tmp_path / "copy"))


def rewrite(folder: Path, **changes: object) -> None:
    """Change config.json, and the manifest with it, as another version of datenorm would have written them."""
    config = json.loads((folder / "config.json").read_bytes())
    update_bundle(folder, {"config.json": json.dumps({**config, **changes}).encode()})


def complaint(folder: Path) -> str:
    with pytest.raises(BundleError) as raised:
        load_bundle(folder)
    line = str(raised.value)
    assert "\n" not in line and str(folder) in line
    return line


def test_a_bundle_holds_what_its_config_says(untrained_bundle: Path) -> None:
    loaded = load_bundle(untrained_bundle)
    assert loaded.config["architecture"] == TrainingConfig("").architecture
    assert loaded.vocabulary.languages == ("de", "en", "hi", "ru")
    assert loaded.temperature == 1.0


def test_the_manifest_lists_every_other_file(untrained_bundle: Path) -> None:
    sums = json.loads((untrained_bundle / "manifest.json").read_bytes())["sha256"]
    others = {path.name for path in untrained_bundle.iterdir()} - {"manifest.json"}
    assert set(sums) == others == set(FILES)
    for name, digest in sums.items():
        assert hashlib.sha256((untrained_bundle / name).read_bytes()).hexdigest() == digest


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(copy: Path, name: str) -> None:
    (copy / name).unlink()
    assert name in complaint(copy)


@pytest.mark.parametrize("name", FILES)
def test_one_changed_byte_is_noticed(copy: Path, name: str) -> None:
    content = bytearray((copy / name).read_bytes())
    content[len(content) // 2] ^= 1
    (copy / name).write_bytes(content)
    assert f"{name} is not the file" in complaint(copy)


@pytest.mark.parametrize("manifest", [b"", b"[]", b"{}", b'{"sha256": 3}', b"\xff\x00"])
def test_a_broken_manifest_is_noticed(copy: Path, manifest: bytes) -> None:
    (copy / "manifest.json").write_bytes(manifest)
    assert "manifest.json" in complaint(copy)


def test_a_folder_that_is_none_or_empty_is_no_bundle(tmp_path: Path) -> None:
    assert "no such folder" in complaint(tmp_path / "nowhere")
    assert "no readable manifest.json" in complaint(tmp_path)


@pytest.mark.parametrize("key", ["format", "automaton_version"])
def test_a_bundle_of_another_version_says_which(copy: Path, key: str) -> None:
    rewrite(copy, **{key: 99})
    assert f"{key} 99, this datenorm reads 1" in complaint(copy)


@pytest.mark.parametrize("vocabulary", [{}, None, {"characters": "aa", "languages": []}])
def test_a_config_without_a_vocabulary_is_no_config(copy: Path, vocabulary: object) -> None:
    rewrite(copy, vocabulary=vocabulary)
    assert "no vocabulary" in complaint(copy)


def test_without_a_shipped_model_the_way_out_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle, "shipped_path", lambda: tmp_path / "none")
    with pytest.raises(BundleError, match="--model DIR"):
        load_bundle()


def test_a_bundle_is_updated_file_by_file_and_stays_whole(copy: Path) -> None:
    update_bundle(copy, {"metrics.json": b'{"exact_match": 0.99}'})
    assert (copy / "metrics.json").read_bytes() == b'{"exact_match": 0.99}'
    load_bundle(copy)


def test_the_weights_are_readable_without_keras(untrained_bundle: Path) -> None:
    from safetensors.numpy import load_file

    weights = load_file(untrained_bundle / "weights.safetensors")
    assert weights["decoder/output/kernel"].shape == (16, 13)
    assert {array.dtype for array in weights.values()} == {np.dtype("float32")}


def test_loading_a_bundle_loads_no_heavy_library(untrained_bundle: Path) -> None:
    code = (
        "import sys; from datenorm.network.bundle import load_bundle; load_bundle(sys.argv[1]); "
        "print({'tensorflow', 'keras', 'onnx', 'onnxruntime', 'safetensors', 'babel'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(untrained_bundle)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"


def test_the_model_card_tells_every_training_the_oldest_first(untrained_bundle: Path) -> None:
    config = json.loads((untrained_bundle / "config.json").read_bytes())
    by_hand = {**config["training"], "examples": 29_696_000, "command": "", "how": "by hand on one GPU"}
    last = {**config["training"], "examples": 1_234, "roles": 0.3, "targets": "texts"}
    told = {
        **config,
        "training": last,
        "before": [by_hand],
        "automaton_version": 2,
        "roles": ["day", "month"],
    }
    text = card(told, {})
    assert text.index("- 29,696,000 training pairs") < text.index("- Then 1,234 training pairs")
    assert "  - How: by hand on one GPU\n" in text
    assert "guided alignment 0.1, roles 0.3, targets `texts`." in text
    assert "one of 50 symbols" in text
    assert "one of 2 roles for each character" in text


def test_the_model_card_says_how_the_model_was_made(untrained_bundle: Path) -> None:
    text = (untrained_bundle / "README.md").read_text("utf-8")
    for line in (
        f"Architecture `{TrainingConfig('').architecture}`",
        "16 units",
        "4 languages",
        "Command: `datenorm train`",
        "Date: 2018-05-09",
    ):
        assert line in text
