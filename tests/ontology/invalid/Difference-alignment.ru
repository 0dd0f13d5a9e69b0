INSERT DATA { d:term bs:isDifferenceOf c:agree-a . c:agree-a bs:differsIn kind:difference-term }
