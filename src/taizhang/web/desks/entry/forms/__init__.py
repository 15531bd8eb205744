"""办事的表单，一个动作一张。Forms of the acts, one each."""
