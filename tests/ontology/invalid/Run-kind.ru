DELETE WHERE { i:run bs:hasKind ?old } ;
INSERT DATA { i:run bs:hasKind kind:run }
