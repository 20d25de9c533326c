menu = The way round
