<#-- The libraries that the program is built on, one a line: what Help & about shows. -->
group	artifact	version	name	licence	page
<#list dependencyMap as entry><#assign p = entry.getKey()>
${p.groupId}	${p.artifactId}	${p.version}	${(p.name!p.artifactId)?replace("\\s+", " ", "r")}	${entry.getValue()?join("; ")}	${p.url!""}
</#list>
