"""帮助、投诉建议、样式说明、更多。Help, complaints and suggestions, the components page, more."""
