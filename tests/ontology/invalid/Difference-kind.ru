INSERT DATA { d:term bs:hasKind kind:difference-force . al:same bs:differsIn kind:difference-force }
