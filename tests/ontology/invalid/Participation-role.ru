DELETE WHERE { i:part bs:hasKind ?old } ;
INSERT DATA { i:part bs:hasKind kind:role }
