"""模板标签。Template tags."""
