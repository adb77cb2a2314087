#!/usr/bin/env bash
# Train the model that ships on a machine with a GPU and no package index: the wheels are carried along.
#
#   where there is an index:  tools/train_on_gpu.sh wheels            fills the folder wheels/
#   on the machine:           tools/train_on_gpu.sh train OUT [MINUTES] [more options of `datenorm train`]
#
# It trains with Keras on JAX: batches of 2,048, all cores but one preparing pairs, both outputs, the target language of
# all that people write. An interrupted run goes on with: tools/train_on_gpu.sh train OUT MINUTES --resume
set -euo pipefail
cd "$(dirname "$0")/.."

PYTHON=${PYTHON:-python3}
WHEELS=${WHEELS:-wheels}
VENV=${VENV:-.venv-gpu}

case ${1:-} in
wheels)
  "$PYTHON" -m pip download --dest "$WHEELS" '.[train]' 'jax[cuda12]' hatchling
  ;;
train)
  out=$2 minutes=${3:-9}
  shift $(($# < 3 ? $# : 3))
  if [ ! -d "$VENV" ]; then
    "$PYTHON" -m venv "$VENV"
    "$VENV/bin/pip" install --quiet --no-index --find-links "$WHEELS" -e '.[train]' 'jax[cuda12]'
  fi
  cores=$(nproc)
  KERAS_BACKEND=jax "$VENV/bin/datenorm" train --units 192 --embedding 96 --batch 2048 --learning-rate 0.002 \
    --targets texts --roles 0.3 --prepare $((cores > 1 ? cores - 1 : 1)) --minutes "$minutes" --out "$out" "$@"
  ;;
*)
  sed -n '2,9s/^# \{0,1\}//p' "$0" >&2
  exit 2
  ;;
esac
