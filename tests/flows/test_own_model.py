"""A relation model of the editor's own."""


def test_a_model_without_its_tokenizer_is_refused_in_a_sentence(checked, tmp_path):
    model = tmp_path / "mine.onnx"
    model.write_bytes(b"model")
    checked.commands("judging").use(str(model))
    assert "tokenizer.json" in checked.banner.sentence()
    assert checked.settings.model == ""


def test_a_model_is_remembered_and_the_claims_are_compared_again(checked, tmp_path, settled, engine, press):
    model = tmp_path / "mine.onnx"
    model.write_bytes(b"model")
    (tmp_path / "tokenizer.json").write_text("{}", encoding="utf-8")
    checked.desk.checking.engine()
    checked.commands("judging").use(str(model))
    assert checked.settings.model == str(model)
    assert engine.closed
    assert checked.desk.checking.steps.busy
    settled(checked)
    press(checked, "built_in_model")
    assert checked.settings.model == ""
    settled(checked)


def test_the_built_in_model_needs_no_second_choosing(checked, press):
    press(checked, "built_in_model")
    assert "already" in checked.banner.sentence()


def test_what_the_engine_does_without_is_told_and_taken_back(checked, settled, press, engine):
    engine.reduced = "The relation model is damaged."
    press(checked, "analyse")
    settled(checked)
    assert checked.status.reduced_sentence() == "The relation model is damaged."
    engine.reduced = None
    press(checked, "analyse")
    settled(checked)
    assert checked.status.reduced_sentence() == ""
