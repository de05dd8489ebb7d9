"""A picture in the sizes and formats of a shape, for the components that draw it."""

from django import template

from campagne.media.models import Picture
from campagne.media.shapes import Shown, shown_as

register = template.Library()


@register.simple_tag
def in_sizes(picture: Picture, shape: str) -> Shown:
    return shown_as(picture, shape)
