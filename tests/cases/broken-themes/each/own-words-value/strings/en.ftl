contact = Knock
by-date = no later than { $dat }
actions = { $n ->
    [one] Do it
   *[other] Do them
}
