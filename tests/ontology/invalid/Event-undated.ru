INSERT DATA { e:some a bs:DiplomaticEvent ; rdfs:label "Some meeting"@en ; bs:hasKind kind:event-meeting ; bs:involves i:xa }
