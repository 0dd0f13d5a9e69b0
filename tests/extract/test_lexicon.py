"""The reporting lexicon finds the longest cue of each kind, over gaps, and refuses malformed rows by line."""

import pytest
from trees import entry, small_lexicon, tree

from bothsides.errors import VocabularyError
from bothsides.extract.lexicon import CueKind, Lexicon, irregular_forms, load_lexicon
from bothsides.records import Act

GRATITUDE = """
She she PRON PRP 2 nsubj
expressed express VERB VBD 0 root
her = PRON PRP$ 5 nmod:poss
deep = ADJ JJ 5 amod
gratitude = NOUN NN 2 obj
. = PUNCT . 2 punct
"""

SIDES = """
Both both DET DT 2 det
sides side NOUN NNS 3 nsubj
agreed agree VERB VBD 0 root
in = ADP IN 5 case
principle = NOUN NN 3 obl
to = PART TO 7 mark
meet = VERB VB 3 xcomp
"""

HYPHEN = """
Talks talk NOUN NNS 0 root
on = ADP IN 5 case
follow follow NOUN NN 5 compound
- = PUNCT HYPH 5 punct
up up NOUN NN 1 nmod
"""


def cues(notation, *rows):
    parsed = tree(notation)
    return [match.entry.cue for match in Lexicon(list(rows)).matches(parsed, 0, len(parsed.words))]


def test_a_cue_may_be_stretched_by_articles_and_adjectives():
    assert cues(GRATITUDE, entry("express gratitude", "phrase", "welcome")) == ["express gratitude"]


def test_a_verb_between_its_words_breaks_a_cue():
    assert cues(SIDES, entry("both meet", "phrase", "state")) == []


def test_a_match_tells_its_tokens():
    parsed = tree(GRATITUDE)
    (match,) = Lexicon([entry("express gratitude", "phrase")]).matches(parsed, 0, 6)
    assert match.tokens == (1, 4)


def test_the_longest_cue_of_a_kind_wins():
    rows = (entry("agree", "phrase", "agree"), entry("agree in principle", "phrase", "agree", -1))
    assert cues(SIDES, *rows) == ["agree in principle"]


def test_cues_of_other_kinds_are_found_beside_it():
    assert cues(SIDES, entry("agree", "verb", "agree"), entry("agree in principle", "phrase", "agree")) == ["agree in principle", "agree"]


def test_a_row_of_surface_forms_is_found():
    assert cues(SIDES, entry("both sides", "joint")) == ["both sides"]


def test_a_hyphen_may_stand_in_a_cue():
    assert cues(HYPHEN, entry("follow up", "phrase")) == ["follow up"]


def test_a_cue_ends_within_the_range():
    parsed = tree(GRATITUDE)
    assert Lexicon([entry("express gratitude", "phrase")]).matches(parsed, 0, 4) == []


def test_the_lemmas_of_all_cues_are_known():
    assert {"express", "readiness", "focus", "on"} <= small_lexicon().lemmas


def test_verbs_are_the_first_words_of_verbal_rows():
    lexicon = Lexicon([entry("agree", "verb", "agree"), entry("express", "light"), entry("commitment", "noun", "commit")])
    assert lexicon.verbs == {"agree", "express"}


HEAD = "cue,kind,act,shift,example\n"


def written(tmp_path, rows):
    path = tmp_path / "words.csv"
    path.write_text(HEAD + rows, encoding="utf-8")
    return path


def test_a_row_is_read(tmp_path):
    (row,) = load_lexicon(written(tmp_path, "agree in principle,phrase,agree,-1,They agreed in principle.\n")).entries()
    assert (row.words, row.kind, row.act, row.shift) == (("agree", "in", "principle"), CueKind.PHRASE, Act.AGREE, -1)


@pytest.mark.parametrize(
    "row",
    ["agree,shout,agree,,x", "agree,verb,promise,,x", " ,verb,agree,,x", "agree,verb,agree,much,x", "hail,verb,welcome,,x"],
    ids=["unknown kind", "unknown act", "no cue", "no number", "twice"],
)
def test_a_malformed_row_is_named_by_file_and_line(tmp_path, row):
    path = written(tmp_path, f"hail,verb,welcome,,They hailed it.\n{row}\n")
    with pytest.raises(VocabularyError, match=r"words\.csv:3"):
        load_lexicon(path)


def test_an_unknown_kind_is_answered_with_the_choices(tmp_path):
    with pytest.raises(VocabularyError, match="verb, noun, light"):
        load_lexicon(written(tmp_path, "agree,shout,agree,,x\n"))


def test_the_shipped_lexicon_has_a_verb_for_every_act():
    rows = load_lexicon().entries()
    assert {row.act for row in rows if row.act is not None} == set(Act)


def test_irregular_forms_are_shipped():
    assert irregular_forms()["sought"] == "seek"
