actions = What you can do
contatc = Knock on our door
we-like-tea = Tea
