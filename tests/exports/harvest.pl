# Reads an OAI Static Repository with HTTP::OAI (Debian: libhttp-oai-perl) and prints what it found.
use strict;
use warnings;
use HTTP::OAI;
use JSON::PP;

my $harvester = HTTP::OAI::Harvester->new(baseURL => "file:$ARGV[0]");
my $identify = $harvester->Identify;
die $identify->message if $identify->is_error;
my %found = (
    name => $identify->repositoryName,
    base => $identify->baseURL,
    earliest => $identify->earliestDatestamp,
    records => {},
);
my $formats = $harvester->ListMetadataFormats;
die $formats->message if $formats->is_error;
while (my $format = $formats->next) {
    my $prefix = $format->metadataPrefix;
    my $list = $harvester->ListRecords(metadataPrefix => $prefix);
    die $list->message if $list->is_error;
    while (my $record = $list->next) {
        push @{ $found{records}{$prefix} }, {
            id => $record->identifier,
            day => $record->datestamp,
            metadata => $record->metadata->dom->toString,
        };
    }
}
print encode_json(\%found);
