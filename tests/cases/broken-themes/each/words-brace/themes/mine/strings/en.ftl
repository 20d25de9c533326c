home = Home { $name
