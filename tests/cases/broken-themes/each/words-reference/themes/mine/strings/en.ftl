home = { hause }
