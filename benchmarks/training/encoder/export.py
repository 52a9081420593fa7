"""Turn the trained cross-encoder into the file that ships: ONNX with int8 weights.

    pip install torch==2.13.0 safetensors tokenizers onnx onnxruntime
    python -m benchmarks.training.encoder.export OUT/mean.pt

Writes `resources/models/relations/model.onnx` and `config.json`, and prints how far the int8 file is from
the model trained.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from hashlib import sha256
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from benchmarks.training.encoder.network import CrossEncoder, Shape

TARGET = Path(__file__).parents[3] / "resources" / "models" / "relations"
INPUTS = ["input_ids", "token_type_ids", "attention_mask"]
LABELS = {"0": "supports", "1": "contradicts", "2": "context"}
"""The names and the order of a cross-encoder as others publish them, so that theirs can take its place."""


def main() -> None:
    """Export, quantise and compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--target", type=Path, default=TARGET)
    given = parser.parse_args()
    given.target.mkdir(parents=True, exist_ok=True)
    model = CrossEncoder(Shape(), 0.0)
    model.load_state_dict(torch.load(given.weights))
    model.eval()
    with tempfile.TemporaryDirectory() as folder:
        whole, tidy = Path(folder, "whole.onnx"), Path(folder, "tidy.onnx")
        _export(model, whole)
        quant_pre_process(whole, tidy, skip_symbolic_shape=True)
        quantize_dynamic(
            tidy,
            given.target / "model.onnx",
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=False,
        )
    digest = sha256((given.target / "model.onnx").read_bytes()).hexdigest()
    config = {"licence": "CC BY-SA 4.0, see ../relations.md", "sha256": digest, "id2label": LABELS}
    (given.target / "config.json").write_text(json.dumps(config, indent=1) + "\n", "utf-8")
    print(f"largest difference in a logit: {_departure(model, given.target / 'model.onnx'):.2f}")


def _export(model: CrossEncoder, path: Path) -> None:
    example = tuple(torch.ones(2, 16, dtype=torch.long) for _ in INPUTS)
    shape = {0: "pairs", 1: "tokens"}
    torch.onnx.export(
        model,
        example,
        str(path),
        input_names=INPUTS,
        output_names=["logits"],
        dynamic_axes=dict.fromkeys(INPUTS, shape) | {"logits": {0: "pairs"}},
        opset_version=17,
        dynamo=False,
    )


def _departure(model: CrossEncoder, path: Path) -> float:
    import onnxruntime

    session = onnxruntime.InferenceSession(str(path))
    dice = np.random.default_rng(7)
    ids = dice.integers(1000, 20000, (8, 40))
    sides = np.tile(np.arange(40) > 28, (8, 1)).astype(np.int64)
    given = dict(zip(INPUTS, (ids, sides, np.ones_like(ids)), strict=True))
    with torch.inference_mode():
        ours = model(*(torch.from_numpy(given[name]) for name in INPUTS)).numpy()
    return float(np.abs(session.run(None, given)[0] - ours).max())


if __name__ == "__main__":
    main()
