"""样式说明里的部件，作为模板标签。The parts of the look, as template tags."""

from __future__ import annotations

from django import template

register = template.Library()
