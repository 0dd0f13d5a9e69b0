INSERT DATA { al:same bs:differsIn kind:difference-force }
