DELETE WHERE { e:call bs:hasKind ?old } ;
INSERT DATA { e:call bs:hasKind kind:event }
