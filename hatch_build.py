"""Puts the trained model into the wheel, as datenorm/_models/default; an editable install reads it in place."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

MODEL = "models/default"


class ModelHook(BuildHookInterface):
    """Adds the model to the files of a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the model to a standard wheel; `version` is 'standard' or 'editable'."""
        if version != "standard":
            return
        if (Path(self.root) / MODEL / "manifest.json").is_file():
            build_data["force_include"][MODEL] = "datenorm/_models/default"
        else:
            self.app.display_warning(f"no trained model in {MODEL}: this wheel will need --model DIR")
