"""A document's own account as sentences, each with its cues, its place, and the kind of speech it stands in."""

from trees import document_of, sentences_of, small_lexicon, text_of, tree, words_of

from bothsides.extract.context import read_sentences
from bothsides.records import Span

TWO = """
Talks talk NOUN NNS 0 root
--
They they PRON PRP 2 nsubj
agreed agree VERB VBD 0 root
. = PUNCT . 2 punct

Fine = ADJ JJ 0 root
. = PUNCT . 1 punct
"""

SPOKEN = """
Ana = PROPN NNP 2 compound
Vela: = PROPN NNP 4 nsubj
We we PRON PRP 4 nsubj
agree = VERB VBP 0 root
. = PUNCT . 4 punct
--
Pál = PROPN NNP 2 compound
Orto: = PROPN NNP 4 nsubj
We we PRON PRP 4 nsubj
agreed = VERB VBP 0 root
. = PUNCT . 4 punct
"""

QUOTED = """
" = PUNCT `` 5 punct
We we PRON PRP 5 nsubj
will = AUX MD 5 aux
not = PART RB 5 advmod
agree = VERB VB 0 root
today = NOUN NN 5 obl
" = PUNCT '' 5 punct

He he PRON PRP 2 nsubj
left leave VERB VBD 0 root
. = PUNCT . 2 punct
"""


def test_cues_are_listed_by_their_tokens():
    sentence = sentences_of(tree(TWO))[1]
    assert [match.entry.cue for match in sentence.cues[2]] == ["agree"]


def test_a_short_line_without_a_stop_is_a_heading():
    assert [sentence.heading for sentence in sentences_of(tree(TWO))] == [True, False, False]


def test_sentences_are_counted_and_know_their_paragraph():
    assert [(sentence.index, sentence.paragraph) for sentence in sentences_of(tree(TWO))] == [(0, 1), (1, 2), (2, 2)]


def test_furniture_is_left_out():
    assert [sentence.start for sentence in sentences_of(tree(TWO), furniture=(Span(0, 5),))] == [1, 4]


def test_a_turn_leaves_the_speakers_name_out():
    parsed = tree(SPOKEN)
    assert [words_of(parsed, (sentence.start, sentence.end)) for sentence in sentences_of(parsed)] == ["We agree .", "We agreed ."]


def test_a_turn_knows_its_speaker():
    parsed = tree(SPOKEN)
    sentence = sentences_of(parsed)[1]
    assert (sentence.speech, text_of(parsed)[slice(*sentence.turn.label)]) == ("turn", "Pál Orto")


def test_a_sentence_within_quotation_marks_is_speech():
    assert [sentence.speech for sentence in sentences_of(tree(QUOTED))] == ["quote", ""]


def test_an_empty_parse_has_no_sentence():
    assert read_sentences(tree(""), document_of(tree("")), small_lexicon(), [0]) == []
