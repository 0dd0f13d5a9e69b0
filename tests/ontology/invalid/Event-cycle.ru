INSERT DATA { e:call bs:isSubEventOf e:call }
