"""进出与口令：登录、退出、改密码、换语言。Coming and going: log in and out, password, language."""
