from ui.remembered import Remembered


def test_a_value_is_made_anew_only_where_what_it_was_made_from_differs():
    made = []
    remembered = Remembered()

    def value(key, words):
        return remembered.of(key, (words,), lambda: made.append((key, words)) or words.upper())

    assert [value("a", "one"), value("b", "two"), value("a", "one"), value("a", "six")] == [
        "ONE",
        "TWO",
        "ONE",
        "SIX",
    ]
    assert made == [("a", "one"), ("b", "two"), ("a", "six")]


def test_what_is_forgotten_is_made_anew():
    remembered = Remembered()
    assert remembered.of("a", 1, lambda: "before") == "before"
    remembered.forget()
    assert remembered.of("a", 1, lambda: "after") == "after"
