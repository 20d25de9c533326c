home = Home
home = House
