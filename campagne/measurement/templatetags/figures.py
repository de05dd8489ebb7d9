"""Figures in templates: always through the same words, never with a percentage made on the spot."""

from django import template

from campagne.figures.notation import number
from campagne.figures.sentences import in_words

register = template.Library()

register.filter("in_words", in_words)
register.filter("dutch_number", number)
